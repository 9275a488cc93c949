package org.diaodu.rules.differential;

/** An input of a model; a number has at most so many digits, and so many of them after the point. */
public record Field(String name, Sort sort, int digits, int scale) {}
