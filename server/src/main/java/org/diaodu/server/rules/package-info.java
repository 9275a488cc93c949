/** Where the platform takes its rules from: by their id and the day a case is about. */
@NullMarked
package org.diaodu.server.rules;

import org.jspecify.annotations.NullMarked;
