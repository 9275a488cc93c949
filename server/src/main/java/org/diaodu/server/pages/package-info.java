/** What every page shares: its surroundings, texts in two languages, numbers, look and navigation. */
@NullMarked
package org.diaodu.server.pages;

import org.jspecify.annotations.NullMarked;
