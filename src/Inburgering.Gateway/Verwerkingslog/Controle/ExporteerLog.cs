using System.Text;
using System.Text.Json;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Writes a log as JSON Lines, in the form of <see cref="Exportregel"/>. Whoever calls it writes his own line first.</summary>
internal static class ExporteerLog
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <returns>Number of lines of the log, heads and checkpoints not counted.</returns>
    public static async Task<long> WriteAsync(IControleBron bron, Stream to, CancellationToken ct)
    {
        foreach (var kop in await bron.ReadKoppenAsync(ct))
        {
            await WriteAsync(to, new ExportKop(kop.Gemeentecode, kop.Slot, kop.Seq, Convert.ToHexStringLower(kop.Hash)), ct);
        }

        await foreach (var (nummer, zegel) in bron.ReadZegelsAsync(ct))
        {
            await WriteAsync(to, new ExportZegel(zegel is null ? new Anker(nummer, string.Empty, string.Empty, string.Empty, string.Empty) : Anker.Of(zegel)), ct);
        }

        var count = 0L;
        await foreach (var regel in bron.ReadRegelsAsync(ct))
        {
            await WriteAsync(to, Line(regel), ct);
            count++;
        }

        return count;
    }

    private static ExportRegel Line(KetenRegel regel) => new(
        regel.Gemeentecode, regel.Slot, regel.Seq, regel.Registratie, Encoding.UTF8.GetString(regel.Velden), Encoding.UTF8.GetString(regel.Persoon), Hex(regel.Zout), Hex(regel.PersoonDigest),
        Convert.ToHexStringLower(regel.Hash));

    private static string? Hex(byte[]? value) => value is null ? null : Convert.ToHexStringLower(value);

    private static async Task WriteAsync(Stream to, Exportregel regel, CancellationToken ct)
    {
        await JsonSerializer.SerializeAsync(to, regel, Exportregel.Json, ct);
        await to.WriteAsync(NewLine, ct);
    }
}
