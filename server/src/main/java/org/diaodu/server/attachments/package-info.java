/**
 * Files that hang on something of another room: a case, a measure, a visit. They are known by their content, never by their
 * name, and whoever sees the thing sees its files, nobody else.
 */
@NullMarked
package org.diaodu.server.attachments;

import org.jspecify.annotations.NullMarked;
