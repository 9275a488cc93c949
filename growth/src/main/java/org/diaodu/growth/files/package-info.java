/** Growth on files: returns, parameters and published tables in; a table, csv or JSON out; the growth command. */
@NullMarked
package org.diaodu.growth.files;

import org.jspecify.annotations.NullMarked;
