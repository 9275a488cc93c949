package org.diaodu.server.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** Limits how often something is asked from one address: a bucket for each that refills over a minute. Thread-safe. */
public final class AddressLimit {

    private static final int ADDRESSES = 10_000;

    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    public AddressLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Takes one from the address's bucket at this {@link System#nanoTime}; false where it is empty. */
    public boolean taken(String address, long nanos) {
        synchronized (buckets) {
            Bucket bucket = buckets.getOrDefault(address, new Bucket(perMinute, nanos));
            double level = Math.min(perMinute, bucket.level + (nanos - bucket.at) / 60e9 * perMinute);
            buckets.put(address, new Bucket(level >= 1 ? level - 1 : level, nanos));
            return level >= 1;
        }
    }

    private record Bucket(double level, long at) {}
}
