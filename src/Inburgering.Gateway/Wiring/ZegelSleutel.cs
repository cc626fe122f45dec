using System.Security.Cryptography;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Wiring;

/// <summary>The seal key of the key folder, as the Verwerkingslog asks for it.</summary>
internal sealed class ZegelSleutel(Sleutelmap sleutels) : IZegelSleutel
{
    public string Kid => sleutels.ZegelKid;

    public IReadOnlyList<(string Kid, byte[] Spki)> Openbaar => [.. sleutels.ZegelSleutels.Select(s => (s.Key, s.Value.ExportSubjectPublicKeyInfo()))];

    public byte[] Sign(ReadOnlySpan<byte> data) => sleutels.ZegelSleutels[Kid].SignData(data, HashAlgorithmName.SHA256);

    public bool Verify(string kid, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        sleutels.ZegelSleutels.TryGetValue(kid, out var sleutel) && sleutel.VerifyData(data, signature, HashAlgorithmName.SHA256);
}
