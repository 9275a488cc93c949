/** The typed form as SQL for DuckDB and for Spark. */
@NullMarked
package org.diaodu.rules.sql;

import org.jspecify.annotations.NullMarked;
