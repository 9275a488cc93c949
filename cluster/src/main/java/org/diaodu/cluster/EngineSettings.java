package org.diaodu.cluster;

import java.time.Duration;
import java.util.Map;

/**
 * What a {@link SparkEngine} may use.
 *
 * @param executorMemoryMebibytes heap of each executor; a worker must have at least as much
 * @param splitMebibytes the most of a Parquet file that one task reads; smaller makes more and shorter tasks, so that
 *     less is lost with a worker
 * @param patience how long to wait for a first worker, and how long a job may be without any before it is given up
 * @param more further {@code spark.*} settings, such as the credentials of a file system; they win over all others
 */
public record EngineSettings(
        int executorMemoryMebibytes, int splitMebibytes, Duration patience, Map<String, String> more) {

    public static final EngineSettings DEFAULT = new EngineSettings(1024, 16, Duration.ofSeconds(60), Map.of());

    public EngineSettings {
        more = Map.copyOf(more);
        if (executorMemoryMebibytes < 512 || splitMebibytes < 1 || patience.isNegative()) {
            throw new ClusterFault(
                    "cluster.settings",
                    "引擎设置无效：执行器内存 " + executorMemoryMebibytes + " MiB、分片 " + splitMebibytes + " MiB、等待 "
                            + patience.toSeconds() + " 秒。建议：内存不少于 512 MiB，分片不少于 1 MiB。",
                    "executor memory of " + executorMemoryMebibytes + " MiB, splits of " + splitMebibytes
                            + " MiB and a patience of " + patience.toSeconds()
                            + " s cannot work. Maybe give at least 512 MiB and splits of at least 1 MiB.");
        }
        for (String key : more.keySet()) {
            if (!key.startsWith("spark.")) {
                throw new ClusterFault(
                        "cluster.settings",
                        "“" + key + "”不是 Spark 设置。建议：名称以 spark. 开头。",
                        "\"" + key + "\" is not a setting of Spark. Maybe begin its name with spark.");
            }
        }
    }
}
