package org.diaodu.server.whitelist;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of the white list.
 *
 * @param longestDays for how many days an entry is granted at most
 * @param usualDays for how many days the form proposes to grant it
 * @param passesPerEntry how many passes of an entry may be valid at once
 * @param checksPerMinute how many codes may be asked about from one address
 */
@ConfigurationProperties("diaodu.white-list")
public record WhiteListProperties(
        @DefaultValue("366") int longestDays,
        @DefaultValue("90") int usualDays,
        @DefaultValue("20") int passesPerEntry,
        @DefaultValue("60") int checksPerMinute) {}
