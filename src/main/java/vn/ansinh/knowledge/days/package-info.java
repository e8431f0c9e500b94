/// Days that offices publish and people are reminded of: sessions of the health station, payments.
@NullMarked
package vn.ansinh.knowledge.days;

import org.jspecify.annotations.NullMarked;
