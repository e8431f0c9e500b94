/// What the service knows, for officers to look at: entries by area, why a search finds what it
/// finds, what rests on which document, and what has grown old.
@NullMarked
package vn.ansinh.console.knowledge;

import org.jspecify.annotations.NullMarked;
