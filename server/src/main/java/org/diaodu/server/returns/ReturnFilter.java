package org.diaodu.server.returns;

import org.diaodu.standards.Period;

/**
 * Which returns of a period are asked for; an empty text does not limit.
 *
 * @param region prefix of the region code, likewise industry
 * @param state FILED, QUERIED, ANSWERED, ACCEPTED, or MISSING, EXCUSED, UNEXPLAINED
 * @param severity EXPLAIN or HINT: returns with such a finding
 */
public record ReturnFilter(
        Period period, String text, String region, String industry, String state, String severity, String keyList) {}
