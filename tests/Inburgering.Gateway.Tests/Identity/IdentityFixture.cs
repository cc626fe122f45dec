using Inburgering.Gateway.Identity;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>One host with its own issuer and two clients, for the tests that leave it as it was.</summary>
public sealed class IdentityFixture : IAsyncLifetime
{
    private readonly IdentityDatabase database = new();

    internal IdentityHost Host { get; private set; } = null!;

    internal TestRegister Register { get; } = new TestRegister()
        .With("school", Scopes.DossierLezen, Scopes.BerichtenLeveren)
        .With("zaaksysteem", Scopes.DossierLezen, Scopes.DossierSchrijven, Scopes.DossierBijzonderLezen)
        .WithUsers("vwn", Scopes.DossierLezen, Scopes.BerichtenLeveren)
        .With("zonder-sleutel", Scopes.DossierLezen);

    internal TestClient School { get; private set; } = null!;

    internal TestClient Zaaksysteem { get; private set; } = null!;

    internal TestClient Vwn { get; private set; } = null!;

    internal IdentityDatabase Database => database;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        Host = await IdentityHost.StartAsync(database.Source, Register);
        School = await TestClient.RegisterAsync(Host, "school");
        Zaaksysteem = await TestClient.RegisterAsync(Host, "zaaksysteem");
        Vwn = await TestClient.RegisterAsync(Host, "vwn");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await database.DisposeAsync();
    }
}
