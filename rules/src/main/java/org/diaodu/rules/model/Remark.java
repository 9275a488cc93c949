package org.diaodu.rules.model;

/** What the reference engine remarks on a model: an error makes the element unusable, a warning does not. */
public record Remark(boolean error, Place place, String code, String text) {}
