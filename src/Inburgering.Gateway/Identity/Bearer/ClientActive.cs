using Inburgering.Gateway.Storage;
using Microsoft.AspNetCore.Authorization;

namespace Inburgering.Gateway.Identity.Bearer;

/// <summary>The client is active and this token was made after its tokens were last withdrawn: asked of the database at every request, never cached (security 7).</summary>
internal sealed class ClientActive : IAuthorizationRequirement;

internal sealed class ClientActiveHandler(Clientstand stand) : AuthorizationHandler<ClientActive>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ClientActive requirement)
    {
        if (ClientClaims.ClientIdOf(context.User) is { } clientId && ClientClaims.IssuedAtOf(context.User) is { } issuedAt
            && await stand.GeldigAsync(clientId, issuedAt, CancellationToken.None))
        {
            context.Succeed(requirement);
        }
    }
}
