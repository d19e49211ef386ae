/** What queries about tasks are answered from. */
@NullMarked
package vn.minhchung.projects.read;

import org.jspecify.annotations.NullMarked;
