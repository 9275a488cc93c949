/** The pages of the matching officer, and of an entitlement for whoever may see it. */
@NullMarked
package org.diaodu.server.policies.delivery.web;

import org.jspecify.annotations.NullMarked;
