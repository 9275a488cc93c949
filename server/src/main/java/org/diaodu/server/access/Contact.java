package org.diaodu.server.access;

/**
 * Whom to call about something.
 *
 * @param masked whether name and phone are shown in part only
 */
public record Contact(String name, String phone, boolean masked) {

    /** 王**, 138****5678: enough to tell two people apart, not to call them. */
    public Contact mask() {
        String initial = name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
        int length = phone.length();
        String ends = length < 8 ? "*".repeat(length) : phone.substring(0, 3) + "****" + phone.substring(length - 4);
        return new Contact(initial, ends, true);
    }
}
