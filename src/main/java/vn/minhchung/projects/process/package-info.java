/** What happens to tasks when time has passed: a window for objections ends. */
@NullMarked
package vn.minhchung.projects.process;

import org.jspecify.annotations.NullMarked;
