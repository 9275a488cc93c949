/**
 * The same SQL over the same Parquet on Apache Spark, for what outgrows one machine: an engine, a job that is run from
 * a plan file, and a real cluster on this machine to try both on.
 */
@NullMarked
package org.diaodu.cluster;

import org.jspecify.annotations.NullMarked;
