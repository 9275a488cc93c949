/**
 * Does the arithmetic of a published document hold? A passage is read into figures with their role, the rules find the
 * relations between them, and each printed figure is computed again from the others within what rounding allows.
 */
@NullMarked
package org.diaodu.bulletin.check;

import org.jspecify.annotations.NullMarked;
