/** Spreadsheets and csv files read safely and written safely, with every fault located by file, sheet, row and column. */
@NullMarked
package org.diaodu.sheets;

import org.jspecify.annotations.NullMarked;
