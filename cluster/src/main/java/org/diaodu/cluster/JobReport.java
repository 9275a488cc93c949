package org.diaodu.cluster;

import java.util.List;

/**
 * What a job did, as it is printed.
 *
 * @param sessionSeconds from the start of the job until a first worker answered
 * @param seconds of the whole job
 */
public record JobReport(
        String engine, String spark, double sessionSeconds, double seconds, List<StatementReport> statements) {

    /** One statement's result. */
    public record StatementReport(String name, String location, long rows, int files, long bytes, double seconds) {
        StatementReport(String name, Written written) {
            this(
                    name,
                    written.location(),
                    written.rows(),
                    written.files(),
                    written.bytes(),
                    ClusterJob.round(written.seconds()));
        }
    }
}
