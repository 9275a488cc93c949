/** The pages of policies, and what programs ask. */
@NullMarked
package org.diaodu.server.policies.web;

import org.jspecify.annotations.NullMarked;
