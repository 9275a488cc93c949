package org.diaodu.server.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sign-in defends itself.
 *
 * @param failures wrong passwords until an account waits
 * @param firstWait the first wait; doubles with each further failure
 * @param longestWait where doubling ends
 * @param attemptsPerMinute sign-ins from one address
 */
@ConfigurationProperties("diaodu.sign-in")
record SignInProperties(
        @DefaultValue("5") int failures,
        @DefaultValue("1m") Duration firstWait,
        @DefaultValue("30m") Duration longestWait,
        @DefaultValue("30") int attemptsPerMinute) {

    /** How long an account waits after so many failures in a row; zero while there are still tries left. */
    Duration waitAfter(int inARow) {
        if (inARow < failures) return Duration.ZERO;
        int doublings = Math.min(inARow - failures, 20);
        Duration wait = firstWait.multipliedBy(1L << doublings);
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }
}
