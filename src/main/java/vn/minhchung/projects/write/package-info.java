/** Deciding about tasks: the aggregate of a task, the guards of codes and investigators, and the desk that asks them. */
@NullMarked
package vn.minhchung.projects.write;

import org.jspecify.annotations.NullMarked;
