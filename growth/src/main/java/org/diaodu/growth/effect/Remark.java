package org.diaodu.growth.effect;

/** A plain sentence on what can or cannot be concluded, in Chinese and English, under a stable code. */
public record Remark(String code, String zh, String en) {}
