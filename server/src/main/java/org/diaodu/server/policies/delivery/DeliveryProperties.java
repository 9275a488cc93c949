package org.diaodu.server.policies.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How entitlements are delivered.
 *
 * @param noticeDays working days a public notice stands, the day it is made not counted
 */
@ConfigurationProperties("diaodu.delivery")
public record DeliveryProperties(@DefaultValue("5") int noticeDays) {}
