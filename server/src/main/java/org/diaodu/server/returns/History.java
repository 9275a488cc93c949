package org.diaodu.server.returns;

import java.util.Map;

/**
 * An enterprise's own past values by item, oldest first, per single month (January and February count half their sum each);
 * missing periods are left out.
 */
record History(Map<String, double[]> monthlyValues) {

    static final History NONE = new History(Map.of());

    Course course(String item) {
        double[] past = monthlyValues.get(item);
        return past == null ? Course.NONE : Course.of(past);
    }
}
