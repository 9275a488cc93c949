package org.diaodu.server.policies;

import java.time.LocalDate;

/**
 * Where a fact comes from.
 *
 * @param holder who has it, such as 税务局
 * @param source where it stands with them
 * @param since the day from which it is so
 * @param enteredBy who entered it; "" for what the register and the returns say
 * @param declared whether the enterprise itself said so
 */
public record Provenance(String holder, String source, LocalDate since, String enteredBy, boolean declared) {}
