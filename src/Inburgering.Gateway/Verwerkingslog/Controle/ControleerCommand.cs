using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Inburgering.Gateway.Verwerkingslog.Wissen;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary><c>gateway log controleer [--bestand F] [--ankers MAP] [--versheid MINUTEN]</c>: 0 the log is whole, 1 it is not, 2 it could not be checked.</summary>
internal static class ControleerCommand
{
    private static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    /// <param name="args">What stands behind "log controleer".</param>
    /// <param name="deps">What the command needs of the house.</param>
    public static async Task<int> RunAsync(string[] args, ControleerDeps deps, CancellationToken ct)
    {
        if (Parse(args) is not { } opdracht)
        {
            await deps.Fout.WriteLineAsync("Gebruik: gateway log controleer [--bestand BESTAND] [--ankers MAP] [--versheid MINUTEN]");
            return 2;
        }

        try
        {
            await using var bron = opdracht.Bestand is { } bestand ? new BestandBron(bestand) : await deps.OpenDatabase(ct);
            var ankers = opdracht.Ankers ?? deps.Ankers;
            var controle = new LogControle(bron, deps.Sleutel, ankers is null ? null : new Ankers(ankers), Progress(deps.Fout))
            {
                OudsteTijd = opdracht.Versheid is { } versheid ? (deps.Klok.GetUtcNow() - versheid).ToUnixTimeMilliseconds() : long.MinValue,
            };
            var uitslag = await controle.RunAsync(ct);
            await ReportAsync(uitslag, deps.Uit);
            return uitslag.Bevindingen.Count == 0 ? 0 : 1;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or DbException or UnauthorizedAccessException or FormatException)
        {
            await deps.Fout.WriteLineAsync(e is InvalidDataException or FileNotFoundException ? e.Message : $"Het log is niet te lezen ({e.GetType().Name}).");
            return 2;
        }
    }

    /// <summary>What was looked at; the second verifier says it in the same words.</summary>
    public static string Telling(Controleuitslag uitslag) =>
        string.Create(Nederlands, $"Gecontroleerd: {uitslag.Regels:N0} regels in {uitslag.Stromen:N0} stromen, {uitslag.Zegels:N0} zegels.");

    /// <inheritdoc cref="Telling"/>
    public static string Zin(Bevinding bevinding) => bevinding.Soort switch
    {
        Soort.Gewijzigd => $"Stroom {bevinding.Stroom}, regel {bevinding.Plaats}: gewijzigd. {bevinding.Uitleg}",
        Soort.Verwijderd => $"Stroom {bevinding.Stroom}, regel {bevinding.Plaats}: verwijderd. {bevinding.Uitleg}",
        Soort.Ingevoegd => $"Stroom {bevinding.Stroom}, regel {bevinding.Plaats}: ingevoegd. {bevinding.Uitleg}",
        Soort.Verwisseld => $"Stroom {bevinding.Stroom}, regel {bevinding.Plaats}: verwisseld. {bevinding.Uitleg}",
        Soort.Afgekapt => $"Stroom {bevinding.Stroom}, regel {bevinding.Plaats}: afgekapt. {bevinding.Uitleg}",
        Soort.Vork => $"Stroom {bevinding.Stroom}, regel {bevinding.Plaats}: vork. {bevinding.Uitleg}",
        Soort.KopOnjuist => $"Stroom {bevinding.Stroom}, regel {bevinding.Plaats}: kop onjuist. {bevinding.Uitleg}",
        Soort.ZegelOngeldig => $"Zegel {bevinding.Plaats}: ongeldig. {bevinding.Uitleg}",
        Soort.ZegelOntbreekt => $"Zegel {bevinding.Plaats}: ontbreekt. {bevinding.Uitleg}",
        Soort.WislijnOngeldig => $"Wislijn {bevinding.Stroom}/{bevinding.Plaats}: ongeldig. {bevinding.Uitleg}",
        Soort.AfsluitingOngeldig => string.Create(CultureInfo.InvariantCulture, $"Afsluiting {bevinding.Plaats / 100}-{bevinding.Plaats % 100:D2}: ongeldig. {bevinding.Uitleg}"),
        Soort.HerstelOngeldig => $"Herstel {bevinding.Plaats}: ongeldig. {bevinding.Uitleg}",
        _ => throw new UnreachableException(),
    };

    /// <summary>What a put back database lost; the second verifier says it in the same words.</summary>
    public static string Zin(Herstel herstel) => herstel.Reeksen.Count == 0
        ? $"Herstel {herstel.Nummer}: de database is teruggezet; verzegelde regels zijn niet verloren."
        : string.Create(Nederlands, $"Herstel {herstel.Nummer}: de database is teruggezet; {herstel.Regels:N0} verzegelde regels zijn verloren ({string.Join(", ", herstel.Reeksen.Select(r => $"{r.Stroom} van {r.Van} tot en met {r.Tot}"))}).");

    private static Opdracht? Parse(string[] args)
    {
        var opdracht = new Opdracht(null, null, null);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 >= args.Length)
            {
                return null;
            }

            switch (args[i])
            {
                case "--bestand": opdracht = opdracht with { Bestand = args[i + 1] }; break;
                case "--ankers": opdracht = opdracht with { Ankers = args[i + 1] }; break;
                case "--versheid" when int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var minuten) && minuten > 0:
                    opdracht = opdracht with { Versheid = TimeSpan.FromMinutes(minuten) };
                    break;
                default: return null;
            }
        }

        return opdracht;
    }

    private static Action<long> Progress(TextWriter fout)
    {
        var clock = Stopwatch.StartNew();
        var told = TimeSpan.Zero;
        return regels =>
        {
            if (clock.Elapsed - told >= TimeSpan.FromSeconds(1))
            {
                told = clock.Elapsed;
                fout.WriteLine(string.Create(Nederlands, $"{regels:N0} regels gecontroleerd, {regels / clock.Elapsed.TotalSeconds:N0} per seconde"));
            }
        };
    }

    private static async Task ReportAsync(Controleuitslag uitslag, TextWriter uit)
    {
        foreach (var bevinding in uitslag.Bevindingen)
        {
            await uit.WriteLineAsync(Zin(bevinding));
        }

        await uit.WriteLineAsync(Telling(uitslag));
        foreach (var herstel in uitslag.Herstellen)
        {
            await uit.WriteLineAsync(Zin(herstel));
        }

        if (uitslag.LaatsteZegel is { } zegel)
        {
            var tijd = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(zegel.Tijd), Klok.Nederland);
            await uit.WriteLineAsync(string.Create(Nederlands, $"Laatste zegel: nummer {zegel.Nummer} van {tijd:dd-MM-yyyy HH:mm:ss}."));
        }

        if (uitslag.Onverzegeld > 0)
        {
            await uit.WriteLineAsync(string.Create(Nederlands, $"Nog niet verzegeld: {uitslag.Onverzegeld:N0} regels."));
        }

        await uit.WriteLineAsync(uitslag.Bevindingen.Count == 0 ? "Het log is heel." : "Het log is NIET heel.");
    }

    private sealed record Opdracht(string? Bestand, string? Ankers, TimeSpan? Versheid);
}

/// <summary>What the command needs of the house.</summary>
/// <param name="OpenDatabase">Opens the log under the role controle; only called without <c>--bestand</c>.</param>
/// <param name="Ankers">Folder of the exported checkpoints; null when there is none to compare with.</param>
/// <param name="Klok">System clock, to judge how fresh the last checkpoint is.</param>
internal sealed record ControleerDeps(
    Func<CancellationToken, Task<IControleBron>> OpenDatabase, IZegelSleutel Sleutel, string? Ankers, TimeProvider Klok, TextWriter Uit, TextWriter Fout);
