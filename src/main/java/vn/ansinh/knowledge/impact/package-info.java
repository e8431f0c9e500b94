/// What rests on what: which passages, values and questions a document or figure carries, and what
/// of it has grown old on a day.
@NullMarked
package vn.ansinh.knowledge.impact;

import org.jspecify.annotations.NullMarked;
