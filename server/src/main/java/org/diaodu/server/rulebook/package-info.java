/**
 * The rules of the province: every version of each with its clause, dates and worked cases, edited as tables, published by
 * two people, and handed to the modules that judge by them.
 */
@NullMarked
package org.diaodu.server.rulebook;

import org.jspecify.annotations.NullMarked;
