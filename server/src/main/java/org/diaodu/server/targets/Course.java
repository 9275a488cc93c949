package org.diaodu.server.targets;

/** How a figure goes through the time it has. */
public enum Course {
    /** Adds up from nothing: projects begun, money paid. What should be there by now is the part of the time that has passed. */
    FLOW,
    /** Goes from where it stood to the aim: enterprises on the list, the size of the economy. */
    LEVEL,
    /** A rate or a share, which is the same all the time and not spread over months. */
    RATE
}
