package org.diaodu.server.supply;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters to other provinces are signed and numbered.
 *
 * @param sender the office that signs them; "" for the task force of the province by its name
 * @param mark what stands before the year in their numbers (发文机关代字)
 */
@ConfigurationProperties("diaodu.supply")
public record SupplyProperties(
        @DefaultValue("") String sender,
        @DefaultValue("黑工专函") String mark) {}
