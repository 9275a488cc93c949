package org.diaodu.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Where Spark's work is done: {@code local[N]} in this process, or {@code spark://host:port[,host:port…]}. */
record Master(String url) {

    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\d+|\\*)])?");
    private static final Pattern STANDALONE = Pattern.compile("spark://[^/,:]+:\\d{1,5}(,[^/,:]+:\\d{1,5})*");
    private static final int CONNECT_MILLIS = 3000;

    Master {
        if (!LOCAL.matcher(url).matches() && !STANDALONE.matcher(url).matches()) {
            throw new ClusterFault(
                    "cluster.engine",
                    "“" + url + "”不是可用的引擎。建议：spark://主机:端口，或在本进程内运行的 local[2]。",
                    "\"" + url + "\" is not an engine. Maybe spark://host:port, or local[2] to run in this process.");
        }
    }

    boolean isLocal() {
        return url.startsWith("local");
    }

    boolean isLoopback() {
        return addresses().stream().allMatch(a -> a.startsWith("127.") || a.startsWith("localhost:"));
    }

    /** Spark itself tries for a minute before it says that nobody answers. */
    void requireReachable() {
        if (isLocal() || addresses().stream().anyMatch(Master::answers)) {
            return;
        }
        throw new ClusterFault(
                "cluster.unreachable",
                "集群 " + url + " 没有应答。建议：检查地址；本机集群用 ./diaodu cluster status 查看，用 ./diaodu cluster start 启动。",
                "the cluster " + url + " does not answer. Maybe check the address; for a cluster on this machine see"
                        + " ./diaodu cluster status, or start one with ./diaodu cluster start.");
    }

    private List<String> addresses() {
        return isLocal()
                ? List.of()
                : Arrays.asList(url.substring("spark://".length()).split(",", -1));
    }

    private static boolean answers(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(address.substring(colon + 1));
            socket.connect(new InetSocketAddress(address.substring(0, colon), port), CONNECT_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
