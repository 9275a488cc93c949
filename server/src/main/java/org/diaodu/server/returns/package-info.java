/**
 * The monthly return: filing with every version kept, validation, queries, acceptance, completeness and the closing of a
 * period from county to province.
 */
@NullMarked
package org.diaodu.server.returns;

import org.jspecify.annotations.NullMarked;
