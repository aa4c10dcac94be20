/**
 * Signing in through an identity provider by OpenID Connect: authorization code with PKCE.
 *
 * <p>Promise: nobody becomes somebody who is here already because of a name or an address that a provider tells; the provider's groups
 * decide about the role at each sign-in; and who has a password can always sign in without the provider.
 */
@NullMarked
package milepost.access.oidc;

import org.jspecify.annotations.NullMarked;
