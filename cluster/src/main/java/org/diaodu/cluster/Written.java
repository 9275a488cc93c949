package org.diaodu.cluster;

/**
 * A result that is wholly written: a folder of Parquet files with {@code _SUCCESS} beside them.
 *
 * @param rows counted in the footers of the files, not by the tasks that wrote them
 */
public record Written(String location, long rows, int files, long bytes, double seconds) {

    Written at(String place, double took) {
        return new Written(place, rows, files, bytes, took);
    }
}
