package org.diaodu.server.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Shares enterprises out among leaders: each, in the order of the credit codes, to whoever has fewest at that moment, the one with the
 * lower number where several have as few. The same enterprises and leaders give the same shares; of leaders who begin with
 * equally many none ends with more than one above another.
 */
final class Distribution {

    private Distribution() {}

    /** An enterprise to be placed. */
    record Place(long enterpriseId, String creditCode) {}

    /** A leader and how many they have before. */
    record Share(long leader, int before) {}

    /** Who gets an enterprise, and how many they had when they got it. */
    record Given(long leader, int had) {}

    static Map<Long, Given> of(List<Place> places, List<Share> shares) {
        Map<Long, Given> given = new LinkedHashMap<>();
        if (shares.isEmpty()) return given;
        var queue =
                new PriorityQueue<Share>(Comparator.comparingInt(Share::before).thenComparingLong(Share::leader));
        queue.addAll(shares);
        List<Place> ordered = new ArrayList<>(places);
        ordered.sort(Comparator.comparing(Place::creditCode).thenComparingLong(Place::enterpriseId));
        for (Place place : ordered) {
            Share next = queue.remove();
            given.put(place.enterpriseId(), new Given(next.leader(), next.before()));
            queue.add(new Share(next.leader(), next.before() + 1));
        }
        return given;
    }
}
