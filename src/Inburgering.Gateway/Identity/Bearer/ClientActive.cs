using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Inburgering.Gateway.Identity.Bearer;

/// <summary>The client is active and this token was made after its tokens were last withdrawn: asked of the database at every request, never cached (security 7).</summary>
internal sealed class ClientActive : IAuthorizationRequirement;

internal sealed class ClientActiveHandler(IDbContextFactory<GatewayModel> database) : AuthorizationHandler<ClientActive>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ClientActive requirement)
    {
        if (ClientClaims.ClientIdOf(context.User) is not { } clientId || ClientClaims.IssuedAtOf(context.User) is not { } issuedAt)
        {
            return;
        }

        await using var model = await database.CreateDbContextAsync();
        if (await model.Set<ClientRow>().AnyAsync(row => row.ClientId == clientId && row.Actief && row.TokensGeldigVanaf <= issuedAt))
        {
            context.Succeed(requirement);
        }
    }
}
