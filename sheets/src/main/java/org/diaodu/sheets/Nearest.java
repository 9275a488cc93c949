package org.diaodu.sheets;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The known text nearest to a given one by edit distance (Levenshtein), if it is near enough to be meant. */
public final class Nearest {

    private Nearest() {}

    public static @Nullable String to(String text, Collection<String> known) {
        String best = null;
        int least = Integer.MAX_VALUE;
        String wanted = Letters.heading(text);
        for (String candidate : known) {
            String other = Letters.heading(candidate);
            int distance = distance(wanted, other);
            boolean near = distance <= Math.max(1, Math.min(wanted.length(), other.length()) / 2)
                    || (wanted.length() >= 2 && (other.contains(wanted) || wanted.contains(other)));
            if (near && distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
