package org.diaodu.server.pairing;

import org.diaodu.standards.SizeClass;

/** An enterprise of the list as pairing looks at it. */
record Pairable(long id, String creditCode, String name, String region, SizeClass size, boolean keyList) {}
