/// The configuration: one documented file, the environment over it, every fault told at once.
@NullMarked
package vn.ansinh.app.config;

import org.jspecify.annotations.NullMarked;
