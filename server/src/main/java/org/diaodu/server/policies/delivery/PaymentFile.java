package org.diaodu.server.policies.delivery;

import java.time.Instant;

/**
 * A payment file as it was sent to the treasury, with what it answered so far. Money in fen.
 *
 * @param digest SHA-256 of the csv, in hexadecimal
 */
public record PaymentFile(
        String number,
        String region,
        String madeBy,
        Instant madeAt,
        int payments,
        long totalFen,
        String digest,
        Answered answered) {

    /** How many payments, and how much, were paid, came back, and wait for an answer. */
    public record Answered(int paid, long paidFen, int returned, long returnedFen, int open, long openFen) {}

    public boolean isSettled() {
        return answered.open() == 0;
    }
}
