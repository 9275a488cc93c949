package org.diaodu.sample.load;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.ComponentScan;

/** Adds the loader to the platform when it is started with {@code --diaodu.sample=true}. */
@AutoConfiguration
@ConditionalOnBooleanProperty("diaodu.sample")
@ComponentScan
public class SampleConfiguration {}
