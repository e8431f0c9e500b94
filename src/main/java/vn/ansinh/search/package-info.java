/// Vietnamese analysis, the Lucene index, and the way from a question to a finding.
@NullMarked
package vn.ansinh.search;

import org.jspecify.annotations.NullMarked;
