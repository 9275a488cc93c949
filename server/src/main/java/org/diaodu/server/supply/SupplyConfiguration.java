package org.diaodu.server.supply;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What shortages and letters need of the platform. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SupplyProperties.class)
class SupplyConfiguration {}
