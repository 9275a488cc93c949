/** The tables of the analysis side: Parquet files partitioned by period, and the SQL engine over them. */
@NullMarked
package org.diaodu.lake;

import org.jspecify.annotations.NullMarked;
