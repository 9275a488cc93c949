/**
 * Briefs (运行简报): written from the platform's own figures by the house's template, edited on the page or in Word, issued
 * with a number, and from then on as they are.
 */
@NullMarked
package org.diaodu.server.briefs;

import org.jspecify.annotations.NullMarked;
