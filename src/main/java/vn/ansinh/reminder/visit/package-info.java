/// On which days a child should go to be vaccinated: its open doses and the station's sessions.
@NullMarked
package vn.ansinh.reminder.visit;

import org.jspecify.annotations.NullMarked;
