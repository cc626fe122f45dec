using System.Text.Encodings.Web;
using System.Text.Json;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Features.Demo;
using Inburgering.Gateway.Identity.Issuer;
using Inburgering.Gateway.Identity.Staff;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;

namespace Inburgering.Gateway.Wiring;

/// <summary>`gateway demo laad` and `gateway beheer eerste`: the demo world through the application's own handlers, once per data folder.</summary>
internal static class DemoCommand
{
    private const string Merk = "demo";

    /// <summary>The people of the demo: login, name, role, gemeente.</summary>
    private static readonly (string Login, string Naam, string Rol, string Gemeente)[] Mensen =
    [
        ("joost", "Joost de Vries", "REG", "1708"), ("samira", "Samira El Amrani", "REG", "1708"), ("petra", "Petra Bakker", "BEHEER", "1708"),
        ("noor", "Noor Visser", "PO", "1708"), ("frank", "Frank de Groot", "CISO", "1708"), ("ingrid", "Ingrid Smit", "FG", "1708"),
        ("ad", "Ad Hoekstra", "AUDITOR", "1708"), ("marieke", "Marieke Bos", "INK", "1708"), ("tom", "Tom Peeters", "INK", "1708"),
        ("karin", "Karin Smeets", "REG", "1708"), ("lotte", "Lotte Prins", "REG", "0171"),
    ];

    private static readonly JsonSerializerOptions Leesbaar = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Loads the demo; a second time does nothing.</summary>
    public static async Task<int> LaadAsync(IConfiguration configuration)
    {
        var klok = new StilleKlok(DateTimeOffset.UnixEpoch);
        await using var host = Build(configuration, klok);
        var merken = host.Services.GetRequiredService<BeleidStore>();
        if (await merken.HasMarkAsync(Merk, CancellationToken.None))
        {
            return 0;
        }

        if (!await merken.MarkAsync("demo-begonnen", "ja", CancellationToken.None))
        {
            throw new InvalidOperationException("De demo is maar half geladen. Verwijder de datamap (GATEWAY_DATA) en start opnieuw.");
        }

        await host.StartAsync();
        var options = host.Services.GetRequiredService<GatewayOptions>();
        await WriteClientsAsync(host.Services, options);
        await WriteLoginsAsync(host.Services, options, Mensen);
        var verhaal = Gebeurt.Lees(Path.Combine(AppContext.BaseDirectory, "config", "demo", "verhaal.json"));
        klok.Moment = verhaal[0].Tijdstip;
        await host.Services.GetRequiredService<Beleidsversies>().BeginAsync(CancellationToken.None);
        var leveringen = ActivatorUtilities.CreateInstance<Leveringspeler>(host.Services);
        var speler = ActivatorUtilities.CreateInstance<DemoSpeler>(host.Services, leveringen);
        for (var i = 0; i < verhaal.Count; i++)
        {
            while (leveringen.Moment(verhaal[i].Tijdstip) is { } moment)
            {
                klok.Moment = moment;
                await leveringen.VerstrijkAsync(moment, CancellationToken.None);
            }

            klok.Moment = verhaal[i].Tijdstip;
            await speler.PlayAsync(verhaal[i], CancellationToken.None);
            if ((i + 1) % 500 == 0)
            {
                Console.WriteLine($"Demo: {i + 1} van {verhaal.Count} gebeurtenissen.");
            }
        }

        await merken.MarkAsync(Merk, "geladen", CancellationToken.None);
        await host.StopAsync();
        Console.WriteLine($"Demo geladen: {verhaal.Count} gebeurtenissen.");
        return 0;
    }

    /// <summary>The one login of `./run --leeg`.</summary>
    public static async Task<int> EersteBeheerderAsync(IConfiguration configuration)
    {
        await using var host = Build(configuration, TimeProvider.System);
        if (await host.Services.GetRequiredService<BeleidStore>().HasMarkAsync("beheer", CancellationToken.None))
        {
            return 0;
        }

        var options = host.Services.GetRequiredService<GatewayOptions>();
        await WriteLoginsAsync(host.Services, options, [("beheer", "Eerste beheerder", "BEHEER", "1708")]);
        await host.Services.GetRequiredService<BeleidStore>().MarkAsync("beheer", "gemaakt", CancellationToken.None);
        return 0;
    }

    /// <summary>Prints the code that an authenticator app would show now for one login of the demo.</summary>
    public static async Task<int> CodeAsync(GatewayOptions options, string login)
    {
        using var stream = File.OpenRead(Path.Combine(options.DemoMap, "logins.json"));
        var logins = await JsonSerializer.DeserializeAsync<List<DemoLogin>>(stream, Leesbaar);
        var gevonden = logins!.Find(l => l.Login == login) ?? throw new InvalidOperationException($"De demo kent geen login «{login}».");
        Console.WriteLine(Totp.Code(gevonden.TotpGeheim, TimeProvider.System.GetUtcNow()));
        return 0;
    }

    private static WebApplication Build(IConfiguration configuration, TimeProvider klok)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHouse(builder.Configuration, klok);
        builder.Services.AddInboxSteps();
        return builder.Build();
    }

    private static async Task WriteClientsAsync(IServiceProvider services, GatewayOptions options)
    {
        Directory.CreateDirectory(options.DemoMap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var sleutels = services.GetRequiredService<ClientSleutels>();
        foreach (var client in services.GetRequiredService<CallerRegister>().Alle)
        {
            Sleutelmap.Write(options.DemoMap, $"{client.ClientId}.jwk.json", await sleutels.RegistreerAsync(client.ClientId));
        }
    }

    private static async Task WriteLoginsAsync(IServiceProvider services, GatewayOptions options, (string Login, string Naam, string Rol, string Gemeente)[] mensen)
    {
        Directory.CreateDirectory(options.DemoMap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var logins = new List<DemoLogin>();
        foreach (var (login, naam, rol, gemeente) in mensen)
        {
            var account = await accounts.MaakAsync(login, naam, rol, gemeente);
            logins.Add(new DemoLogin(login, naam, rol, gemeente, account.Wachtwoord, account.TotpGeheim));
        }

        Sleutelmap.Write(options.DemoMap, "logins.json", JsonSerializer.Serialize(logins, Leesbaar));
    }
}

/// <summary>One row of demo/logins.json.</summary>
internal sealed record DemoLogin(string Login, string Naam, string Rol, string Gemeente, string Wachtwoord, string TotpGeheim);
