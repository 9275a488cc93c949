package org.diaodu.server.pairing;

/**
 * Which enterprises a list shows; "" leaves a field open.
 *
 * @param text part of the enterprise's or the leader's name, or the beginning of the credit code
 * @param region leading digits of the region
 * @param level of the leader
 * @param leader number of the leader
 * @param paired "true" for those with a leader, "false" for those without
 * @param days only those not visited for at least so many days
 * @param visited {@value #THIS_MONTH} for those visited in the current month
 */
public record PairingFilter(
        String text, String region, String level, String leader, String paired, String days, String visited) {

    static final String THIS_MONTH = "month";

    boolean isVisitedThisMonth() {
        return visited.equals(THIS_MONTH);
    }

    int daysAtLeast() {
        return days.matches("\\d{1,4}") ? Integer.parseInt(days) : 0;
    }

    long leaderNumber() {
        return leader.matches("\\d{1,15}") ? Long.parseLong(leader) : 0;
    }
}
