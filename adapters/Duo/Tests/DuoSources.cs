using Inburgering.Gateway.Adapters.Tests.Examples;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>The eight sources, asked without knowing their record's type.</summary>
internal static class DuoSources
{
    public static IEnumerable<Type> Records => PortRecorder.Of(new DuoPartner()).Sources.Keys;

    /// <summary>Where the contract of a record stands: file and path.</summary>
    public static (string File, string Path) ContractOf(string record) => record switch
    {
        nameof(Inburgeringsplicht) => ("inburgeringsplicht.openapi.yml", "/personen/{bsn}/inburgeringsplicht"),
        nameof(Doelgroepindeling) => ("inburgeringsplicht.openapi.yml", "/personen/{bsn}/doelgroep"),
        nameof(Inburgeringstermijn) => ("inburgeringstermijn.openapi.yml", "/personen/{bsn}/inburgeringstermijn"),
        nameof(LeerbaarheidstoetsExamennummer) => ("leerbaarheidstoets.openapi.yml", "/personen/{bsn}/lbt/examennummer"),
        nameof(Leerbaarheidstoetsresultaten) => ("leerbaarheidstoets.openapi.yml", "/personen/{bsn}/lbt/resultaten"),
        nameof(Pip) => ("pip.openapi.yml", "/personen/{bsn}/PIP"),
        nameof(Examenresultaten) => ("examen.openapi.yml", "/personen/{bsn}/examens/resultaten"),
        nameof(GratisPogingen) => ("examen.openapi.yml", "/personen/{bsn}/examens/gratispogingen"),
        _ => throw new ArgumentOutOfRangeException(nameof(record), record, "No contract known."),
    };

    /// <summary>Asks the source of a record; the reply as text, as <see cref="ReplyText"/> writes it.</summary>
    public static Task<string> AskAsync(string record, HttpClient duo, Raadpleging raadpleging, CancellationToken ct) => record switch
    {
        nameof(Inburgeringsplicht) => TextAsync(new DuoInburgeringsplichtSource(duo), raadpleging, ct),
        nameof(Doelgroepindeling) => TextAsync(new DuoDoelgroepSource(duo), raadpleging, ct),
        nameof(Inburgeringstermijn) => TextAsync(new DuoTermijnSource(duo), raadpleging, ct),
        nameof(LeerbaarheidstoetsExamennummer) => TextAsync(new DuoExamennummerSource(duo), raadpleging, ct),
        nameof(Leerbaarheidstoetsresultaten) => TextAsync(new DuoLeerbaarheidstoetsSource(duo), raadpleging, ct),
        nameof(Pip) => TextAsync(new DuoPipSource(duo), raadpleging, ct),
        nameof(Examenresultaten) => TextAsync(new DuoExamenresultatenSource(duo), raadpleging, ct),
        nameof(GratisPogingen) => TextAsync(new DuoGratisPogingenSource(duo), raadpleging, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(record), record, "No source known."),
    };

    private static async Task<string> TextAsync<T>(IRecordSource<T> source, Raadpleging raadpleging, CancellationToken ct) =>
        ReplyText.Of(await source.ReadAsync(raadpleging, ct));
}
